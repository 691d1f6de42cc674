using System.Collections.Immutable;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A point of a scatter plot, with its line in the key below.</summary>
/// <param name="X">Where it is.</param>
/// <param name="Y">How high it is, with its interval where it has one.</param>
/// <param name="Look">Its marker.</param>
/// <param name="Title">Case and values, for who points at it.</param>
/// <param name="Name">Its name in the key.</param>
/// <param name="Numbers">What the key's columns say of it.</param>
internal sealed record KeyedPoint(double X, Estimate Y, MarkerLook Look, string Title, string Name, ImmutableArray<string> Numbers);
