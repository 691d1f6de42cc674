namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A picture of the report: an SVG that stands in report.html itself, and beside report.md as a file of its own.</summary>
/// <param name="Id">Its name for files and links, in kebab-case: multiples-transcode.</param>
/// <param name="Title">What it shows, as a heading.</param>
/// <param name="Alternative">The same in words, for readers who do not see it: what the marks are, and what they say.</param>
/// <param name="Svg">The picture: one svg element, which needs nothing from outside.</param>
/// <param name="Marks">How many readings of the run it shows; each is an element of the class <c>mark</c>.</param>
public sealed record Picture(string Id, string Title, string Alternative, string Svg, int Marks);
