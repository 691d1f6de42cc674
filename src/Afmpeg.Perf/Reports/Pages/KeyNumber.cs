namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A number that is to be seen first.</summary>
/// <param name="Value">The number with its interval and unit: "4.31 [4.10, 4.62]".</param>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Meaning">What it says: of what it was read, against which bound.</param>
/// <param name="Tone">How a reader is to take it.</param>
public sealed record KeyNumber(string Value, string Label, string Meaning, Tone Tone = Tone.Plain);
