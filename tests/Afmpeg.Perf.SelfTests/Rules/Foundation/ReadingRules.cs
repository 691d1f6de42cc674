using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class ReadingRules
{
    [Fact]
    public void A_reading_has_its_value_and_no_reason()
    {
        var reading = Reading<int>.Of(0);

        reading.TryGet(out var value).Should().BeTrue("0 is a value like any other");
        value.Should().Be(0);
        reading.Reason.Should().BeNull();
    }

    [Fact]
    public void An_absent_reading_has_its_reason_and_no_value()
    {
        var reading = Reading<int>.Unavailable("no wazero");

        reading.TryGet(out _).Should().BeFalse();
        reading.Reason.Should().Be("no wazero");
    }

    [Fact]
    public void What_is_derived_keeps_the_reason()
    {
        Reading<int>.Of(2).Select(value => value * 2).Should().Be(Reading<int>.Of(4));
        Reading<int>.Unavailable("why").Select<int>(_ => throw new InvalidOperationException("there is nothing to derive from"))
            .Should().Be(Reading<int>.Unavailable("why"));
    }

    [Fact]
    public void Either_case_has_a_text()
    {
        static string Text(Reading<int> reading) => reading.Show(value => $"{value} s", reason => $"not measured ({reason})");

        Text(Reading<int>.Of(3)).Should().Be("3 s");
        Text(Reading<int>.Unavailable("no room")).Should().Be("not measured (no room)");
    }
}
