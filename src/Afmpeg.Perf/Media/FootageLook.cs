using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Media;

/// <summary>A look at a user's file through a native ffmpeg; a file of which no clip can be made is refused with what would help.</summary>
internal sealed class FootageLook(string ffmpeg, string file)
{
    // A sound file decodes ten seconds of pictures far sooner; what takes longer would take minutes in every lane.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Checks that there is a regular file that can be read.</summary>
    /// <exception cref="PerfException">There is none (exit status 2).</exception>
    public static void CheckReadable(string file)
    {
        if (Directory.Exists(file))
        {
            throw Refused(file, "A folder cannot be measured", "a video file", "a folder", "name one file in it");
        }

        if (!File.Exists(file))
        {
            throw Refused(
                file, "The file to measure is not there", "a video file", "nothing", "mind the spelling, and quote a name that has blanks");
        }

        if (FileKind.Other(file) is { } kind)
        {
            throw Refused(
                file, "The file to measure is no regular file", "a video file", kind, "write what it gives into a file, and name that");
        }

        try
        {
            using var opened = File.OpenHandle(file);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw Refused(
                file,
                "The file to measure cannot be read",
                "a video file that can be read",
                fault.Message,
                CommandText.Of("chmod", ["u+r", file]));
        }
    }

    /// <summary>A refusal of a file.</summary>
    public static PerfException Refused(string file, string what, string expected, string observed, string remedy = CustomFootage.Remedy) =>
        new(ExitStatus.BadUsage, what) { Where = $"--media {file}", Expected = expected, Observed = observed, Remedy = remedy };

    /// <summary>What the file's head says.</summary>
    /// <exception cref="PerfException">
    /// It is empty, no media, without pictures, or of a codec that the suite's builds have no decoder for.
    /// </exception>
    public async Task<FootageFacts> Facts(CancellationToken cancellation)
    {
        CheckReadable(file);
        if (new FileInfo(file).Length == 0)
        {
            throw Refused(file, "The file to measure is empty", "a video file", "0 bytes", "copy it here again: a whole file is not empty");
        }

        var facts = FootageFacts.Parse((await Ask(["-i", CustomFootage.LocationOf(file)], cancellation)).StandardError);
        if (facts.Format is null or "concat" or "tty" || IsMisread(facts.Format))
        {
            throw Refused(
                file,
                $"The file to measure is no media that {ffmpeg} reads",
                "a whole video file",
                facts.Format switch
                {
                    null => facts.Complaint,
                    "concat" => "a list of other files",
                    "tty" => "text",
                    var format => $"looks like {format}, and is not",
                });
        }

        if (facts.Video is not { } codec)
        {
            throw Refused(
                file,
                "The file to measure has no pictures",
                "a video stream",
                facts.Sound is { } sound ? $"sound alone ({sound})" : "no stream that is known",
                facts.Sound is null ? CustomFootage.Remedy : "name a file with pictures: every job needs them");
        }

        return await Decodes('V', codec, cancellation)
            ? facts
            : throw Refused(
                file,
                $"{ffmpeg} has no decoder of the codec {codec}",
                "a codec that it decodes",
                codec);
    }

    /// <summary>Whether ffmpeg decodes a codec of pictures (V) or sound (A).</summary>
    public async Task<bool> Decodes(char kind, string codec, CancellationToken cancellation) =>
        (await Ask(["-codecs"], cancellation)).StandardOutput.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(words => words is [['D', _, var about, ..], var name, ..] && about == kind && name == codec);

    /// <summary>The first of some audio streams that ffmpeg decodes.</summary>
    /// <returns>Its place, from 0; null where it decodes none.</returns>
    public async Task<int?> FirstDecoded(ImmutableArray<string> sounds, CancellationToken cancellation)
    {
        foreach (var (track, codec) in sounds.Index())
        {
            if (await Decodes('A', codec, cancellation))
            {
                return track;
            }
        }

        return null;
    }

    // A build without the demuxer of a container, such as .avi or .ts, takes it for a raw stream within it. That begins otherwise.
    private bool IsMisread(string format)
    {
        using var stream = File.OpenRead(file);
        Span<byte> buffer = stackalloc byte[4];
        var head = buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        return format switch
        {
            "h264" or "hevc" or "m4v" or "mpeg" or "mpegvideo" => !(head is [0, 0, 1, ..] or [0, 0, 0, 1]),
            "mp3" or "aac" or "loas" => !(head is [0xff, >= 0xe0, ..] or [0x56, >= 0xe0, ..] || head.StartsWith("ID3"u8)),
            "ac3" or "eac3" => !(head is [0x0b, 0x77, ..] or [0x77, 0x0b, ..]),
            _ => false,
        };
    }

    /// <summary>
    /// The decoded frames of the first seconds, and what the decoder complained of; nothing beyond them is read.
    /// </summary>
    /// <exception cref="PerfException">Not one frame can be decoded.</exception>
    public async Task<(FrameListing Frames, string? Complaint)> Frames(int seconds, CancellationToken cancellation)
    {
        // The listing's own time base is one over the frame rate, in which times of a varying rate would coincide.
        var answer = await Ask(
            [
                "-t", $"{seconds}", "-i", CustomFootage.LocationOf(file), "-map", "0:V:0",
                "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-f", "framemd5", "-",
            ],
            cancellation);
        var complaint = FootageFacts.Said(answer.StandardError.Split('\n', 2)[0].Trim());
        return FrameListing.Parse(answer.StandardOutput).TryGet(out var listing)
            ? (listing, complaint.Length == 0 ? null : complaint)
            : throw Refused(
                file,
                "Not one picture of this file can be decoded",
                $"a frame within the first {seconds} s",
                complaint.Length == 0 ? "no frame" : complaint);
    }

    /// <summary>How long the first seconds of an audio stream last. Beside the pictures, ffmpeg would keep those until it begins.</summary>
    public async Task<TimeSpan> SoundLength(int seconds, int track, CancellationToken cancellation) => FrameListing.SoundLengthOf(
        (await Ask(["-t", $"{seconds}", "-i", CustomFootage.LocationOf(file), "-map", $"0:a:{track}", "-f", "framemd5", "-"], cancellation))
        .StandardOutput);

    private async Task<BufferedCommandResult> Ask(ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        ImmutableArray<string> quiet = arguments.Contains("-f") ? ["-loglevel", "error"] : [];
        try
        {
            return await Cli.Wrap(ffmpeg).WithArguments(["-hide_banner", "-nostdin", .. quiet, .. arguments])
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Refused(file, "ffmpeg did not finish with this file", $"an answer within {Patience.TotalSeconds} s", "none",
                "name another file, or a copy of its first seconds");
        }
    }
}
