using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

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
    ImmutableArray<string> Notes);
