using System.ComponentModel;
using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class CheckedJsonRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Comments_and_trailing_commas_are_allowed() =>
        Load("// first\n{ \"name\": \"a\", /* why */ \"items\": [{ \"count\": 1, },], }").Value.Items.Should().Equal(new Item(1));

    [Fact]
    public void A_part_knows_its_line()
    {
        var document = Load("{\n\"name\": \"a\",\n\"items\": [\n{ \"count\": 1 },\n{\n\"count\": 2 }] }");

        document.LineOf("items[1].count").Should().Be(6);
        document.LineOf("items[1].absent").Should().Be(5, because: "the part around it stands there");
        document.LineOf("absent").Should().Be(1);
    }

    [Theory]
    [InlineData("{ \"name\": \"a\", \"items\": [] } x", ":1: the file is not JSON")]
    [InlineData("{ 'name': \"a\", \"items\": [] }", ":1: the file is not JSON")]
    [InlineData("// nothing", ":1: the file is not JSON")]
    [InlineData("null", ":1: the whole file has the wrong type")]
    [InlineData("{\n\"name\": null, \"items\": [] }", ":2: 'name' has the wrong type")]
    [InlineData("{ \"name\": \"a\",\n\"items\": [5] }", ":2: 'items[0]' has the wrong type")]
    [InlineData("{ \"name\": \"a\",\n\"items\": [{ \"count\": 99999999999 }] }", ":2: 'items[0].count' does not fit its type")]
    [InlineData("{ \"name\": \"a\",\n\"items\": [{ \"count\": 1.5 }] }", ":2: 'items[0].count' has the wrong type")]
    [InlineData("{ \"name\": \"a\",\n\"items\": [{ \"count\": 1e999 }] }", ":2: 'items[0].count' ")]
    [InlineData("{\n\"Name\": \"a\", \"name\": \"a\", \"items\": [] }", ":2: 'Name' is not a known key")]
    public void A_faulty_text_is_refused_with_its_line(string text, string part)
    {
        var load = () => Load(text);

        var refusal = load.Should().Throw<PerfException>().Which;
        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Message.Should().Contain(part).And.Contain(", 1 fault" + Environment.NewLine);
    }

    [Fact]
    public void Endless_nesting_and_bytes_that_are_not_text_are_refused()
    {
        var path = folder.File("bytes.json");
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes("{\n"), 0xFF, 0xFE]);

        FluentActions.Invoking(() => Load(new string('[', 100_000))).Should().Throw<PerfException>().Which.Message.Should()
            .Contain("not JSON");
        FluentActions.Invoking(() => Load("{\n\"name\": \"\\ud800\" }")).Should().Throw<PerfException>().Which.Message.Should()
            .Contain(":2: the file is not JSON");
        FluentActions.Invoking(() => CheckedJson.Load<Sample>(path)).Should().Throw<PerfException>().Which.Message.Should()
            .Contain("bytes.json:2: the file is not text");
    }

    [Fact]
    public void A_rule_judges_only_what_could_be_read()
    {
        var path = folder.File("partial.json");
        File.WriteAllText(path, "{ \"name\": 1,\n\"items\": [{ \"count\": \"1\" },\n{ \"count\": 2 }] }");

        var load = () => CheckedJson.Load<Sample>(path, document =>
        [
            document.Fault("items[0].count", "a placeholder is blamed", "silence", "noise"),
            document.Fault("items[1].count", "it is too many", "1", $"{document.Value.Items[1].Count}"),
            document.Fault("items[1]", $"names are read: {document.IsRead("name")}, the second item is: {document.IsRead("items[1]")}",
                "a word", "a word"),
        ]);

        load.Should().Throw<PerfException>().Which.Message.Should()
            .Contain(", 4 faults")
            .And.Contain("partial.json:1: 'name' has the wrong type")
            .And.Contain("partial.json:2: 'items[0].count' has the wrong type")
            .And.Contain("partial.json:3: it is too many")
            .And.Contain("names are read: False, the second item is: True");
    }

    [Fact]
    public void Every_number_that_its_type_cannot_hold_is_reported()
    {
        var load = () => Load("{ \"name\": \"a\", \"items\": [\n{ \"count\": 99999999999 },\n{ \"count\": -99999999999 }] }");

        load.Should().Throw<PerfException>().Which.Message.Should()
            .Contain(":2: 'items[0].count' does not fit its type").And.Contain(":3: 'items[1].count' does not fit its type");
    }

    [Fact]
    public void A_missing_key_does_not_hide_the_other_faults()
    {
        var load = () => Load("{\n\"nmae\": \"a\" }");

        load.Should().Throw<PerfException>().Which.Message.Should()
            .Contain(":1: the whole file lacks the key 'name'").And.Contain(":1: the whole file lacks the key 'items'")
                .And.Contain("did you mean 'name'?");
    }

    [Fact]
    public void A_schema_describes_keys_and_allows_no_others() =>
        CheckedJson.SchemaOf<Sample>().Should().Contain("\"description\": \"What it is called.\"")
            .And.Contain("\"additionalProperties\": false").And.EndWith("}\n");

    public void Dispose() => folder.Dispose();

    private CheckedDocument<Sample> Load(string text)
    {
        var path = folder.File("sample.json");
        File.WriteAllText(path, text);
        return CheckedJson.Load<Sample>(path);
    }

    private sealed record Item(int Count);

    private sealed record Sample
    {
        [Description("What it is called.")]
        public required string Name { get; init; }

        public required ImmutableArray<Item> Items { get; init; }
    }
}
