namespace Afmpeg.Perf.Reports.Pages;

/// <summary>How a stretch of text is set.</summary>
public enum TextStyle
{
    /// <summary>As the text around it.</summary>
    Plain,

    /// <summary>Stressed.</summary>
    Strong,

    /// <summary>To be typed or found again, letter by letter.</summary>
    Code,
}
