namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What becomes of everything that was drawn in one colour: how it is painted, and what it stands for.</summary>
/// <param name="Paint">The colour in the picture.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Class">The class of the group that all of it is put into; null where it stands for nothing.</param>
/// <param name="Title">What the group says when pointed at; null where it stands for nothing.</param>
internal sealed record Ink(string Paint, double Opacity = 1, string? Class = null, string? Title = null)
{
    /// <summary>The class of a reading of the run.</summary>
    public const string Mark = "mark";

    /// <summary>The class of a limit, a goal or what would be ideal: something to hold readings against.</summary>
    public const string Guide = "guide";
}
