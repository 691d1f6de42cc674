namespace Afmpeg.Perf.Foundation;

/// <summary>Counts as people write them: "1 round", "7 rounds".</summary>
public static class CountText
{
    /// <summary>A number of things.</summary>
    /// <param name="number">How many; shown to two decimals.</param>
    /// <param name="noun">One of them; more than one has an s.</param>
    /// <returns>The text.</returns>
    public static string Of(double number, string noun) => $"{number:0.##} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A number of things, and what they do.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">One of them; more than one has an s.</param>
    /// <param name="verb">What several do; one of them does it with an s.</param>
    /// <returns>Such as "1 round supports".</returns>
    public static string Of(double number, string noun, string verb) => $"{Of(number, noun)} {verb}{(number == 1 ? "s" : "")}";
}
