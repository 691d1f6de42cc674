using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>Seeded damage to media: flips, cuts, lengths that lie, and small files that claim to be huge.</summary>
public static class MediaMutations
{
    /// <summary>The kinds of damage.</summary>
    public static readonly string[] Kinds = ["flipped", "cut", "lying lengths", "claims 16384 x 16384", "claims a day"];

    // Of four bytes a pixel that is 1 GiB, which a decoder that believes the header asks for.
    private const int Huge = 16384;
    private static readonly byte[] MatroskaDuration = [0x44, 0x89, 0x88];

    /// <summary>A damaged copy.</summary>
    /// <param name="clip">A Matroska clip.</param>
    /// <param name="still">A JPEG.</param>
    /// <param name="seed">What decides.</param>
    /// <returns>The kind of damage, the ending of the file's name, and the file.</returns>
    public static (string Kind, string Ending, byte[] Bytes) Of(byte[] clip, byte[] still, int seed)
    {
        var random = new Random(seed);
        var kind = Kinds[seed % Kinds.Length];
        var isStill = random.Next(3) == 0;
        var (ending, source) = isStill ? ("jpg", still) : ("mkv", clip);
        return kind switch
        {
            "flipped" => (kind, ending, Flipped(source, random)),
            "cut" => (kind, ending, source[..random.Next(1, source.Length)]),
            "lying lengths" => (kind, ending, Lying(source, random)),
            "claims a day" => (kind, "mkv", ForADay(clip)),
            _ => isStill ? (kind, "jpg", ClaimingJpeg(still)) : (kind, "png", ClaimingPng()),
        };
    }

    private static byte[] Flipped(byte[] source, Random random)
    {
        var mutant = source.ToArray();
        for (var left = random.Next(1, 64); left > 0; left--)
        {
            // Half of them in the head, where the structure is.
            mutant[random.Next(random.Next(2) == 0 ? Math.Min(2048, mutant.Length) : mutant.Length)] ^= (byte)(1 << random.Next(8));
        }

        return mutant;
    }

    private static byte[] Lying(byte[] source, Random random)
    {
        var mutant = source.ToArray();
        for (var left = random.Next(1, 8); left > 0; left--)
        {
            var at = random.Next(Math.Min(4096, mutant.Length - 8));
            BinaryPrimitives.WriteUInt32BigEndian(mutant.AsSpan(at), random.Next(2) == 0 ? 0x7FFFFFFFu : 0x10FFFFFFu);
        }

        return mutant;
    }

    // The duration in the segment's head, in milliseconds: the frames stay as few as they are.
    private static byte[] ForADay(byte[] clip)
    {
        var mutant = clip.ToArray();
        var at = mutant.AsSpan().IndexOf(MatroskaDuration);
        if (at >= 0)
        {
            BinaryPrimitives.WriteDoubleBigEndian(mutant.AsSpan(at + MatroskaDuration.Length), 24 * 3600 * 1000.0);
        }

        return mutant;
    }

    // The frame header (FFC0 or FFC2) has height and width after its length and precision.
    private static byte[] ClaimingJpeg(byte[] still)
    {
        var mutant = still.ToArray();
        for (var at = 0; at + 9 < mutant.Length; at++)
        {
            if (mutant[at] == 0xFF && mutant[at + 1] is 0xC0 or 0xC2)
            {
                BinaryPrimitives.WriteUInt16BigEndian(mutant.AsSpan(at + 5), Huge);
                BinaryPrimitives.WriteUInt16BigEndian(mutant.AsSpan(at + 7), Huge);
                break;
            }
        }

        return mutant;
    }

    private static byte[] ClaimingPng()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(new byte[64]);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Huge);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Huge);
        (header[8], header[9]) = (8, 6);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32(body));
        return [.. length, .. body, .. sum];
    }

    // PNG's checksum (PNG specification 1.2, appendix D).
    private static uint Crc32(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var letter in bytes)
        {
            sum ^= letter;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
            }
        }

        return ~sum;
    }
}
