namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A stretch of text in one style.</summary>
/// <param name="Text">The text, as it is to be read.</param>
/// <param name="Style">How it is set.</param>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain);
