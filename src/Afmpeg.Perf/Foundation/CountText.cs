namespace Afmpeg.Perf.Foundation;

/// <summary>Counts as people write them: "1 round", "7 rounds".</summary>
public static class CountText
{
    /// <summary>A number of things, to two decimals; more than one has an s.</summary>
    public static string Of(double number, string noun) => $"{number:0.##} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A number of things and what they do: "1 round supports", "2 rounds support".</summary>
    public static string Of(double number, string noun, string verb) => $"{Of(number, noun)} {verb}{(number == 1 ? "s" : "")}";
}
