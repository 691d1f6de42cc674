using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Quality;

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
    /// <param name="expected">The output.</param>
    /// <returns>Its size without an encoder.</returns>
    public static ByteCount SizeOf(ExpectedOutput expected) => new(expected.Frames * SizeOf(expected.Width, expected.Height).Bytes);

    // A byte of luma per pixel, and two planes of chroma of half the width and height, rounded up.
    private static ByteCount SizeOf(int width, int height) => new(((long)width * height) + (2L * ((width + 1) / 2) * ((height + 1) / 2)));
}
