namespace Afmpeg.Perf.SelfTests.Rules.Harness;

/// <summary>ArchitectureRules finds an offence if there is one.</summary>
public sealed class RoomImportsRules
{
    [Theory]
    [InlineData("Foundation", "using Afmpeg.Perf.Workloads;", "Workloads")]
    [InlineData("Statistics", "using static Afmpeg.Perf.Summaries.Summary;", "Summaries")]
    [InlineData("Lanes", "using Row = Afmpeg.Perf.Log.Measurement;", "Log")]
    [InlineData("Workloads", "global using Afmpeg.Perf.Lanes;", "Lanes")]
    [InlineData("Media", "    private Afmpeg.Perf.Quality.OutputCheck? check;", "Quality")]
    [InlineData("Measurements", "    public required Verdicts.Verdict Verdict { get; init; }", "Verdicts")]
    [InlineData("Foundation", "    public Reading<Lanes.Outcome> Read() => default;", "Lanes")]
    [InlineData("Verdicts", "using Afmpeg.Perf.Cellar;", "Cellar")]
    public void An_import_outside_the_table_is_an_offence(string room, string line, string imported)
    {
        RoomImports.Offences(room, Source(room, line))
            .Should().ContainSingle().Which.Should().StartWith($"{room} imports {imported}, may import ");
    }

    [Theory]
    [InlineData("Lanes", "using Afmpeg.Perf.Workloads;")]
    [InlineData("Lanes", "    public Foundation.Reading<int> Of() => default;")]
    [InlineData("Foundation", "using System.Text.Json;")]
    [InlineData("Workloads", "// Lanes.Lane runs it, Afmpeg.Perf.Measurements.Sampler calls it.")]
    [InlineData("Workloads", "    private const string Worker = \"Afmpeg.Perf.Wasmtime.dll\";")]
    [InlineData("Foundation", "    public int Count => other.Lanes.Length + myLanes.Count;")]
    [InlineData("Statistics", "using Afmpeg.Perf.Statistics;")]
    public void Anything_else_is_allowed(string room, string line) =>
        RoomImports.Offences(room, Source(room, line)).Should().BeEmpty();

    [Fact]
    public void No_two_rooms_import_each_other()
    {
        var below = RoomImports.Table.Keys.ToDictionary(room => room, Below);

        below.Where(room => room.Value.Contains(room.Key)).Select(room => room.Key).Should().BeEmpty("data flows one way");
    }

    [Theory]
    [InlineData("public sealed class One;\n\npublic enum Two\n{\n}\n", "One", "Two")]
    [InlineData("public readonly record struct One(int A);\ninternal sealed class Hidden;\npublic interface ITwo;\n", "One", "ITwo")]
    [InlineData("public static partial class One\n{\n    public sealed record Nested;\n}\npublic delegate int Two();\n", "One", "Two")]
    public void Public_types_are_found(string source, params string[] names) =>
        SourceFiles.PublicTypes(source).Select(type => type.Name).Should().Equal(names);

    private static HashSet<string> Below(string room)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(RoomImports.Table[room]);
        while (open.TryDequeue(out var next))
        {
            if (found.Add(next))
            {
                RoomImports.Table[next].ToList().ForEach(open.Enqueue);
            }
        }

        return found;
    }

    private static string Source(string room, string line) =>
        $$"""
        {{(line.StartsWith(' ') ? "" : line)}}

        namespace Afmpeg.Perf.{{room}};

        public sealed class Sample
        {
        {{(line.StartsWith(' ') ? line : "")}}
        }
        """;
}
