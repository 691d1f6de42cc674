namespace Afmpeg.Perf.Verdicts;

/// <summary>Whose number a limit is, the firmest first: reports rank limits by it.</summary>
public enum LimitBasis
{
    /// <summary>A consumer's own: its code, its configuration or its documentation says the number.</summary>
    Consumer,

    /// <summary>Published research or a figure that somebody measured and published.</summary>
    Published,

    /// <summary>This suite's assumption, until a consumer names a number.</summary>
    Assumed,
}
