using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Quality;

/// <summary>
/// Makes what encoders were given, once for all jobs of the same pictures, in the work folder's scratch. Raw pictures: reading them takes a
/// fraction of the time that a lossless codec needs, and they are kept only while there is room for them.
/// </summary>
public sealed class ReferenceStore(string ffmpeg, CancellationToken cancellation)
{
    // Oldest first. A job's distinct outputs come one after the other, in its first round: what is removed is seldom made again.
    private readonly List<(string Key, ReferencePictures Pictures)> kept = [];

    /// <summary>What all references together may take; a job of more pictures has none.</summary>
    public static ByteCount MostRoom { get; } = new(200L << 20);

    /// <summary>What two jobs have in common when their encoders are given the same.</summary>
    public static string KeyOf(Job job)
    {
        string[] parts = [.. job.Inputs.SelectMany(input => input.Options.Add(input.Location)), "", .. job.Pictures, job.PixelFormat ?? ""];
        return TextHash.Of(string.Join('\0', parts))[..16];
    }

    /// <summary>What the job's encoder was given.</summary>
    public Reading<ReferencePictures> Make(Job job, WorkFolder folder)
    {
        var key = KeyOf(job);
        if (kept.FirstOrDefault(one => one.Key == key).Pictures is { } there)
        {
            return Reading<ReferencePictures>.Of(there);
        }

        MakeRoom(ReferencePictures.SizeOf(job.Expected));
        var references = Directory.CreateDirectory(Path.Combine(folder.Scratch, "references")).FullName;
        var file = Path.Combine(references, $"{key}.yuv");
        var pictures = new ReferencePictures(file, job.PixelFormat!, job.Expected.Width, job.Expected.Height);
        var fault = Render(job, pictures, folder);
        if (fault is not null)
        {
            File.Delete(pictures.File);
            return Reading<ReferencePictures>.Unavailable($"its encoder's input cannot be made: {fault}");
        }

        kept.Add((key, pictures));
        return Reading<ReferencePictures>.Of(pictures);
    }

    private void MakeRoom(ByteCount needed)
    {
        while (kept.Count > 0 && kept.Sum(one => new FileInfo(one.Pictures.File).Length) + needed.Bytes > MostRoom.Bytes)
        {
            File.Delete(kept[0].Pictures.File);
            kept.RemoveAt(0);
        }
    }

    private string? Render(Job job, ReferencePictures pictures, WorkFolder folder)
    {
        // In C alone, as modules and native-portable scale: the assembly of another processor would make other pictures (59 dB apart).
        // One frame more than expected is enough to see that there are too many.
        var most = ReferencePictures.SizeOf(job.Expected).Bytes + pictures.FrameSize.Bytes;
        string[] arguments = ["-cpuflags", "0", .. job.Lossless().Arguments(ThreadMode.All)[..^1], "-fs", $"{most}", pictures.File];
        var answer = Cli.Wrap(ffmpeg).WithArguments(arguments).WithWorkingDirectory(folder.Root)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellation).GetAwaiter().GetResult();
        return answer.ExitCode == 0 && answer.StandardError.Length == 0
            ? File.Exists(pictures.File) ? null : "ffmpeg wrote nothing"
            : $"{answer.StandardError.Split('\n', 2)[0].Trim()} (ffmpeg's exit status {answer.ExitCode})";
    }
}

/// <summary>What an encoder was given, as a file of planes without a header.</summary>
/// <param name="File">The file.</param>
/// <param name="PixelFormat">Its pixel format, 4:2:0 of 8 bits, by FFmpeg's name.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record ReferencePictures(string File, string PixelFormat, int Width, int Height)
{
    /// <summary>The size of one of its pictures.</summary>
    public ByteCount FrameSize => SizeOf(Width, Height);

    /// <summary>How many pictures it holds; one cut short counts.</summary>
    public long Frames => (new FileInfo(File).Length + FrameSize.Bytes - 1) / FrameSize.Bytes;

    /// <summary>The size of all pictures of an output.</summary>
    public static ByteCount SizeOf(ExpectedOutput expected) => new(expected.Frames * SizeOf(expected.Width, expected.Height).Bytes);

    // A byte of luma per pixel, and two planes of chroma of half the width and height, rounded up.
    private static ByteCount SizeOf(int width, int height) => new(((long)width * height) + (2L * ((width + 1) / 2) * ((height + 1) / 2)));
}
