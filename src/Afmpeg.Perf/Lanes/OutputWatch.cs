using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Counts what a command writes, into its folder of outputs and into its pipes: one that writes without end would fill the disk, or this
/// process's memory, long before its time is over.
/// </summary>
internal sealed class OutputWatch(string folder, ByteCount most)
{
    private const int BufferBytes = 1 << 16;

    // Links are not followed, and what cannot be looked at is not counted: the guest made both.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private long piped;

    /// <summary>Whether it has written more than it may.</summary>
    public bool IsBeyond => Interlocked.Read(ref piped) + Written() > most.Bytes;

    /// <summary>Empties a pipe, and keeps only its end.</summary>
    /// <param name="pipe">The pipe.</param>
    /// <param name="kept">How many bytes are kept, at most.</param>
    public async Task<string> Drain(Stream pipe, int kept)
    {
        var buffer = new byte[BufferBytes];
        byte[] tail = [];
        for (int read; (read = await pipe.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            Interlocked.Add(ref piped, read);
            tail = [.. tail, .. buffer.AsSpan(Math.Max(0, read - kept), Math.Min(read, kept))];
            tail = tail[Math.Max(0, tail.Length - kept)..];
        }

        return Encoding.UTF8.GetString(tail);
    }

    private long Written()
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", Everything).Sum(Length);
        }
        catch (IOException)
        {
            // The command is at work in there: the next look finds what this one missed.
            return 0;
        }
    }

    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
