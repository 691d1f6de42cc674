using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>The text of a configuration file.</summary>
internal static class JsonFileText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's bytes: UTF-8, not blank, without a byte order mark.</summary>
    /// <exception cref="PerfException">It is not there, is not a regular file, cannot be read, is empty or is not text.</exception>
    public static byte[] Read(string path)
    {
        var bytes = Bytes(path);
        try
        {
            return string.IsNullOrWhiteSpace(StrictUtf8.GetString(bytes).TrimStart('\uFEFF'))
                ? throw Refuse(path, 1, "the file is empty", "a JSON object { }", "nothing")
                : bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
        catch (DecoderFallbackException fault)
        {
            var line = bytes.AsSpan(0, Math.Clamp(fault.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw Refuse(path, line, "the file is not text", "UTF-8", "bytes that are not UTF-8");
        }
    }

    private static PerfException Refuse(string path, int line, string what, string expected, string observed) =>
        ConfigurationFault.Refuse(path, [new ConfigurationFault(line, what, expected, observed)]);

    private static byte[] Bytes(string path)
    {
        if (FileKind.Other(path) is { } kind)
        {
            throw new PerfException(ExitStatus.BadUsage, "A configuration file is no regular file")
            {
                Where = Path.GetFullPath(path),
                Expected = "a regular file",
                Observed = kind,
                Remedy = "name a file; what a command prints goes into one first",
            };
        }

        if (!File.Exists(path))
        {
            throw new PerfException(ExitStatus.Missing, "A configuration file is not there")
            {
                Where = Path.GetFullPath(path),
                Remedy = $"restore it, {CommandText.Of("git", ["checkout", "--", path])}, or name another one",
            };
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw new PerfException(ExitStatus.Missing, "A configuration file cannot be read")
            {
                Where = Path.GetFullPath(path),
                Observed = fault.Message,
                Remedy = "change its permissions, or name another one",
            };
        }
    }
}
