using System.Globalization;

namespace Afmpeg.Perf.Media;

/// <summary>The line that FFmpeg's filter psnr writes for each pair of frames, and how to ask for it.</summary>
internal static class FramePsnr
{
    /// <summary>The filter, which then writes to standard output.</summary>
    public const string Filter = "psnr=stats_file=-";

    /// <summary>The luma PSNR of each pair, in dB.</summary>
    /// <returns>A number for each line, infinite where nothing differs; null where a line cannot be read.</returns>
    public static ImmutableArray<double?> Parse(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.StartsWith("n:", StringComparison.Ordinal))
            .Select(line => Number(line, " psnr_y:")),
    ];

    /// <summary>The number that stands behind a name, up to the next space.</summary>
    /// <returns>The number; infinity for "inf", which FFmpeg writes where there is no error at all; null where there is none.</returns>
    public static double? Number(string? line, string name)
    {
        var word = line?.IndexOf(name, StringComparison.Ordinal) is { } at and >= 0 ? line[(at + name.Length)..].Split(' ', 2)[0] : "";
        return word == "inf" ? double.PositiveInfinity
            : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : null;
    }
}
