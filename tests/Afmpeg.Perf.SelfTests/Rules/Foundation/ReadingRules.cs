using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class ReadingRules
{
    [Fact]
    public void A_reading_has_its_value_or_its_reason()
    {
        var (there, absent) = (Reading<int>.Of(0), Reading<int>.Unavailable("no wazero"));

        there.TryGet(out var value).Should().BeTrue("0 is a value like any other");
        (value, there.Reason).Should().Be((0, null));
        absent.TryGet(out _).Should().BeFalse();
        absent.Reason.Should().Be("no wazero");
    }

    [Fact]
    public void A_derived_reading_keeps_the_reason()
    {
        Reading<int>.Of(2).Select(value => value * 2).Should().Be(Reading<int>.Of(4));
        Reading<int>.Unavailable("why").Select<int>(_ => throw new InvalidOperationException("there is nothing to derive from"))
            .Should().Be(Reading<int>.Unavailable("why"));
    }

    [Fact]
    public void A_reading_that_follows_from_another_keeps_the_first_reason()
    {
        var (there, absent) = (Reading<int>.Of(2), Reading<int>.Unavailable("why"));

        there.Then(value => Reading<double>.Of(value / 2.0)).Should().Be(Reading<double>.Of(1));
        there.Then(_ => absent).Should().Be(absent);
        absent.Then(_ => Reading<int>.Unavailable("a later reason")).Should().Be(absent);
    }

    [Fact]
    public void Either_case_has_a_text()
    {
        static string Text(Reading<int> reading) => reading.Show(value => $"{value} s", reason => $"not measured ({reason})");

        Text(Reading<int>.Of(3)).Should().Be("3 s");
        Text(Reading<int>.Unavailable("no room")).Should().Be("not measured (no room)");
    }
}
