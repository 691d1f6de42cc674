using System.Collections.Immutable;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>What the parts of the page are made of.</summary>
/// <param name="Report">The run.</param>
/// <param name="Pictures">Its pictures, in the order in which they are shown; each lies in one section.</param>
public sealed record PageInput(RunReport Report, ImmutableArray<Picture> Pictures);
