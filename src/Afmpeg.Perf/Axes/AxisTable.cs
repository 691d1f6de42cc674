using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>An axis as data: every report format shows the same cells.</summary>
/// <param name="Id">Its name for programs, in kebab-case: module-build, engine, fleet.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Sentence">What it says, in one sentence that a maintainer can act on; or why it says nothing yet.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">A cell per column in each row.</param>
/// <param name="Notes">What a reader must know to read it: the model's name, its error, what was assumed.</param>
public sealed record AxisTable(
    string Id,
    string Title,
    Reading<string> Sentence,
    ImmutableArray<AxisColumn> Columns,
    ImmutableArray<ImmutableArray<AxisCell>> Rows,
    ImmutableArray<string> Notes)
{
    /// <summary>Makes a table whose columns say what their cells hold.</summary>
    internal static AxisTable Create<T>(
        string id,
        string title,
        Reading<string> sentence,
        IEnumerable<T> rows,
        Column<T>[] columns,
        params IEnumerable<string> notes) => new(
        id,
        title,
        sentence,
        [.. columns.Select(column => new AxisColumn(column.Key, column.Header, column.Unit, column.Legend))],
        [.. rows.Select(row => columns.Select(column => column.Cell(row)).ToImmutableArray())],
        [.. notes]);
}

/// <summary>A column of an axis's table.</summary>
/// <param name="Key">Its name for programs, in camelCase.</param>
/// <param name="Header">What stands above it.</param>
/// <param name="Unit">The unit of its cells; empty where they have none or name it themselves.</param>
/// <param name="Legend">What it means.</param>
public sealed record AxisColumn(string Key, string Header, string Unit, string Legend);

/// <summary>A column, and how its cell is read off a row.</summary>
internal sealed record Column<T>(string Key, string Header, string Unit, string Legend, Func<T, AxisCell> Cell)
{
    public Column(string key, string header, string legend, Func<T, string> text)
        : this(key, header, "", legend, row => AxisCell.Of(text(row)))
    {
    }

    public Column(
        string key, string header, string unit, string legend, Func<T, Reading<Estimate>> number, Func<Estimate, string>? show = null)
        : this(key, header, unit, legend, row => AxisCell.Of(number(row), show))
    {
    }

    public Column(string key, string header, string unit, string legend, Func<T, Reading<double>> number, Func<double, string> show)
        : this(key, header, unit, legend, row => AxisCell.Exact(number(row), show))
    {
    }
}
