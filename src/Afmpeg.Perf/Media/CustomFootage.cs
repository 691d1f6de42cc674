namespace Afmpeg.Perf.Media;

/// <summary>A user's own file that a clip is derived from.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Sha256">Its checksum.</param>
internal sealed record CustomFootage(string File, string Sha256)
{
    /// <summary>What helps where ffmpeg can make no clip of it.</summary>
    public const string Remedy =
        "encode it anew with a full ffmpeg, such as a distribution's, and measure that: "
        + "ffmpeg -i FILE -t 10 -c:v libx264 -crf 12 -pix_fmt yuv420p -c:a aac again.mkv, then --media again.mkv";

    /// <summary>The file as ffmpeg is told of it: a name alone could be taken for an option or for another protocol.</summary>
    public string Location => LocationOf(File);

    /// <summary>A file as ffmpeg is told of it.</summary>
    public static string LocationOf(string file) => $"file:{Path.GetFullPath(file)}";
}
