using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>One of the plots that lie above each other over the same numbers of instances.</summary>
/// <param name="Title">What its axis shows, with the unit.</param>
/// <param name="Name">What a reading of it is, in a sentence.</param>
/// <param name="Unit">The unit behind a reading, with the space before it.</param>
/// <param name="Guides">What readings are held against.</param>
internal sealed record InstancePanel(string Title, string Name, string Unit, ImmutableArray<InstanceGuide> Guides);
