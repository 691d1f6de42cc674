using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class PageTableRules
{
    [Fact]
    public void Rows_are_named_by_the_first_column_of_which_no_two_are_alike() =>
        Table(["gpl", "O3", "a"], ["gpl", "Oz", "b"]).Naming.Should().Be(1);

    [Fact]
    public void Numbers_name_no_row() => Table([new("1", 1), "a"], [new("2", 2), "b"]).Naming.Should().Be(1);

    [Fact]
    public void A_sentence_names_no_row() => Table(["a", new string('x', 81)], ["a", new string('y', 81)]).Naming.Should().Be(0);

    [Fact]
    public void Where_no_column_does_the_first_one_stands_for_them() => Table(["a", "b"], ["a", "b"]).Naming.Should().Be(0);

    [Fact]
    public void A_table_without_rows_has_such_a_column_too() => PageTable.Of("none", ["a", "b"], []).Naming.Should().Be(0);

    private static PageTable Table(params TableCell[][] rows) => PageTable.Of("caption", rows[0].Select((_, index) => $"{index}"), rows);
}
