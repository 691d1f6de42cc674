using System.Globalization;
using System.Text.RegularExpressions;

namespace Afmpeg.Perf.Media;

/// <summary>What ffmpeg says about a file without decoding it.</summary>
/// <param name="Format">The demuxers' names; null where no demuxer takes the file.</param>
/// <param name="Duration">How long the file says that it is; null where it does not say.</param>
/// <param name="Start">When it begins; 0 where it does not say.</param>
/// <param name="Video">The first video stream that is no cover picture, by its codec; null where there is none.</param>
/// <param name="PixelFormat">That stream's pixel format; null where ffmpeg cannot tell.</param>
/// <param name="Sound">The first audio stream, by its codec; null where there is none.</param>
/// <param name="Complaint">The last two lines that ffmpeg said.</param>
public sealed partial record FootageFacts(
    string? Format, TimeSpan? Duration, TimeSpan Start, string? Video, string? PixelFormat, string? Sound, string Complaint)
{
    /// <summary>The codec and size of each video stream that is no cover picture, such as "h264 640x480".</summary>
    public ImmutableArray<string> VideoTracks { get; init; } = [];

    /// <summary>The codec of each audio stream.</summary>
    public ImmutableArray<string> SoundTracks { get; init; } = [];

    /// <summary>Whether the pictures are transparent in parts, or could be.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>Width to height of a pixel, such as 4:3; null where pixels are square.</summary>
    public string? PixelAspect { get; init; }

    /// <summary>By how many degrees a player turns the pictures; 0 for none.</summary>
    public double Rotation { get; init; }

    /// <summary>Whether the pictures are HDR, by their transfer function (PQ or HLG).</summary>
    public bool IsHdr { get; init; }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads what `ffmpeg -i FILE` writes to standard error.</summary>
    /// <returns>The facts; those that the text does not give are null.</returns>
    public static FootageFacts Parse(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToImmutableArray();
        var streams = lines.Select(line => StreamLine().Match(line)).Where(match => match.Success).ToImmutableArray();
        var video = streams.FirstOrDefault(IsFootage);
        var videoText = video?.Groups["rest"].Value ?? "";
        var sounds = streams.Where(stream => stream.Groups["kind"].Value == "Audio").Select(stream => stream.Groups["codec"].Value)
            .ToImmutableArray();
        var timing = lines.Select(line => TimingLine().Match(line)).FirstOrDefault(match => match.Success);
        return new FootageFacts(
            lines.Select(line => InputLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups["format"].Value,
            TimeSpan.TryParseExact(timing?.Groups["length"].Value, @"hh\:mm\:ss\.ff", CultureInfo.InvariantCulture, out var length)
                ? length
                : null,
            double.TryParse(timing?.Groups["start"].Value, out var start) ? TimeSpan.FromSeconds(start) : TimeSpan.Zero,
            video?.Groups["codec"].Value,
            video?.Groups["rest"].Value is { } rest && PixelFormatText().Match(rest) is { Success: true } format
                ? format.Groups["name"].Value
                : null,
            sounds.FirstOrDefault(),
            LastWords(lines))
        {
            VideoTracks =
            [
                .. streams.Where(IsFootage).Select(
                    stream => $"{stream.Groups["codec"]} {SizeText().Match(stream.Groups["rest"].Value).Groups["size"]}".TrimEnd()),
            ],
            SoundTracks = sounds,
            HasAlpha = AlphaText().IsMatch(videoText) || lines.Any(line => AlphaLine().IsMatch(line)),
            PixelAspect = PixelAspectText().Match(videoText).Groups["ratio"].Value is { Length: > 0 } ratio && !IsSquare(ratio)
                ? ratio
                : null,
            Rotation = lines.Select(line => RotationLine().Match(line)).FirstOrDefault(match => match.Success) is { } turned
                ? double.Parse(turned.Groups["degrees"].Value, CultureInfo.InvariantCulture)
                : 0,
            IsHdr = HdrText().IsMatch(videoText),
        };
    }

    // As in 64:64; 0:1 is ffmpeg's word for unknown.
    private static bool IsSquare(string ratio) => ratio.Split(':') is [var width, var height] && (width == height || width == "0");

    private static bool IsFootage(Match stream) =>
        stream.Groups["kind"].Value == "Video" && !stream.Groups["rest"].Value.Contains("(attached pic)", StringComparison.Ordinal);

    /// <summary>A line of ffmpeg's without what differs from run to run: the address of the part that speaks.</summary>
    public static string Said(string line)
    {
        var at = line.IndexOf(" @ 0x", StringComparison.Ordinal);
        var end = line.IndexOf("] ", Math.Max(0, at), StringComparison.Ordinal);
        return line.StartsWith('[') && at > 0 && end > at ? $"{line[1..at]}: {line[(end + 2)..]}" : line;
    }

    private static string LastWords(ImmutableArray<string> lines) =>
        string.Join("; ", lines.Where(line => line.Length > 0).TakeLast(2).Select(Said)) is { Length: > 0 } said ? said : "nothing";

    [GeneratedRegex(@"^Input #0, (?<format>.+), from '", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex InputLine();

    [GeneratedRegex(@"^  Duration: (?<length>[\d:.]+|N/A)(, start: (?<start>-?[\d.]+))?", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TimingLine();

    [GeneratedRegex(@"[\[ ]SAR (?<ratio>\d+:\d+)", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PixelAspectText();

    [GeneratedRegex(@"^ +displaymatrix: rotation of (?<degrees>-?[\d.]+) degrees", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex RotationLine();

    [GeneratedRegex("smpte2084|arib-std-b67", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HdrText();

    [GeneratedRegex(@", (?<size>\d+x\d+)\b", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SizeText();

    // Of pixel formats with an alpha channel; VP8 and VP9 have it in a stream of its own, which ffmpeg's own decoders leave out.
    [GeneratedRegex(@", (yuva|ya\d|gbrap|rgba|bgra|argb|abgr|ayuv)\w*\b", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AlphaText();

    [GeneratedRegex(@"^ +alpha_mode +: 1$", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AlphaLine();

    [GeneratedRegex(@"^  Stream #0:\d+.*?: (?<kind>Video|Audio): (?<codec>\w+)(?<rest>.*)$", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex StreamLine();

    // After the codec's profile and tag, which stand in brackets; its own brackets have range and colours.
    [GeneratedRegex(@"^( \([^)]*\))*, (?<name>(?!none)[a-z]\w+)", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PixelFormatText();
}
