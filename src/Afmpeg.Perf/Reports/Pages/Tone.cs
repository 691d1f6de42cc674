namespace Afmpeg.Perf.Reports.Pages;

/// <summary>How a reader is to take something. It only stresses what the words say already: a format may leave it out.</summary>
public enum Tone
{
    /// <summary>Without stress.</summary>
    Plain,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>It could not be told.</summary>
    Unsure,

    /// <summary>Something is wrong.</summary>
    Bad,
}
