using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>How the library is laid out: data goes one way through its rooms, and every file is small.</summary>
public sealed partial class ArchitectureRules
{
    private const int MostLines = 200;
    private const int MostColumns = 140;

    private static readonly string Library = Repository.PathOf("src", "Afmpeg.Perf");

    public static TheoryData<string> Rooms =>
        TheoryRows.Of(Directory.GetDirectories(Library).Select(folder => Path.GetFileName(folder)).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_imports_only_the_rooms_below_it(string room)
    {
        RoomImports.Table.Should().ContainKey(room, "each room's imports are decided in RoomImports.Table, before it has any");
        var offences = SourceFiles.Below(Path.Combine(Library, room))
            .SelectMany(file => RoomImports.Offences(room, File.ReadAllText(file))
                .Select(offence => $"{SourceFiles.Name(file)}: {offence}"));

        offences.Should().BeEmpty();
    }

    [Fact]
    public void The_library_knows_nothing_of_tests()
    {
        var offences = SourceFiles.Below(Library).Append(Path.Combine(Library, "Afmpeg.Perf.csproj"))
            .Where(file => TestFrameworks().IsMatch(File.ReadAllText(file)))
            .Select(SourceFiles.Name);

        offences.Should().BeEmpty("a library that needs a test framework cannot be used without one");
    }

    [Fact]
    public void No_file_is_too_long_to_read_in_one_sitting()
    {
        SourceFiles.All.Where(file => File.ReadLines(file).Count() > MostLines).Select(SourceFiles.Name).Should()
            .BeEmpty($"{MostLines} lines are the most");
    }

    [Fact]
    public void No_line_is_wider_than_a_screen()
    {
        var wide =
            from file in SourceFiles.All
            from line in File.ReadLines(file).Index()
            where line.Item.Length > MostColumns
            select $"{SourceFiles.Name(file)}:{line.Index + 1}";

        wide.Should().BeEmpty($"{MostColumns} columns are the most");
    }

    [Fact]
    public void A_file_has_at_most_one_public_type_with_behaviour()
    {
        SourceFiles.All.Where(file => SourceFiles.PublicTypes(File.ReadAllText(file)).Count(type => !type.IsData) > 1)
            .Select(SourceFiles.Name)
            .Should().BeEmpty("a reader finds a class by its file; records and enums of its subject may stand beside it");
    }

    [Fact]
    public void A_file_is_named_after_one_of_its_types()
    {
        SourceFiles.All
            .Where(file => SourceFiles.PublicTypes(File.ReadAllText(file)) is [_, ..] types && types.All(
                type => type.Name != Path.GetFileName(file).Split('.')[0]))
            .Select(SourceFiles.Name)
            .Should().BeEmpty("a reader finds a type by its file");
    }

    [GeneratedRegex(@"\b(xunit|FluentAssertions)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TestFrameworks();
}
