using System.Diagnostics.CodeAnalysis;

namespace Afmpeg.Perf.Matrix;

/// <summary>One of several parts of a run, each of which a machine of its own measures.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">How many there are, 1 or more.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>Reads K/N.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shard">The shard.</param>
    /// <returns>False for anything but two whole numbers of which the first is 1 or more and at most the second.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Shard? shard)
    {
        var parts = text.Split('/');
        shard = parts.Length == 2 && IsNumber(parts[0], out var number) && IsNumber(parts[1], out var count) && number >= 1 && number <= count
            ? new Shard(number, count)
            : null;
        return shard is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Number}/{Count}";

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
}
