namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A text of the page as runs of one style each. It holds no markup: a reader sees every character literally.</summary>
public sealed record PageText(ImmutableArray<TextRun> Runs)
{
    /// <summary>A plain text.</summary>
    public static implicit operator PageText(string text) => FromString(text);

    /// <summary>A plain text.</summary>
    public static PageText FromString(string text) => new([new TextRun(text)]);

    /// <summary>A text that starts in bold.</summary>
    public static PageText Strong(string bold, string rest = "") => new([new TextRun(bold, TextStyle.Strong), new TextRun(rest)]);

    /// <summary>A text that starts with code: something to type, or to search for letter by letter.</summary>
    public static PageText Code(string code, string rest = "") => new([new TextRun(code, TextStyle.Code), new TextRun(rest)]);
}

/// <summary>A run of text in one style.</summary>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain);

/// <summary>The style of a run of text.</summary>
public enum TextStyle
{
    /// <summary>Like the text around it.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Code.</summary>
    Code,
}
