using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>The mounts that this process sees, as the kernel lists them (proc(5), /proc/self/mounts).</summary>
public static class MountTable
{
    /// <summary>The kernel's list.</summary>
    public const string OfThisProcess = "/proc/self/mounts";

    /// <summary>Whether a folder lies on a mount from which nothing may be executed: containers mount /dev/shm so.</summary>
    /// <param name="folder">The folder, in full.</param>
    /// <param name="list">The file that lists the mounts.</param>
    /// <returns>True for the mount option noexec; false without it, and if the list cannot be read.</returns>
    public static bool ForbidsExecution(string folder, string list = OfThisProcess)
    {
        try
        {
            // Device, mount point, type, options. The longest mount point is in force; of two mounts on one point, the later one.
            return File.ReadLines(list).Select(line => line.Split(' '))
                .Where(fields => fields.Length > 3 && Contains(Unescaped(fields[1]), folder))
                .OrderBy(fields => fields[1].Length).LastOrDefault() is { } mount && mount[3].Split(',').Contains("noexec");
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return false;
        }
    }

    private static bool Contains(string mountPoint, string folder) =>
        $"{folder}/".StartsWith($"{mountPoint.TrimEnd('/')}/", StringComparison.Ordinal);

    // A space, a tab, the end of a line and a backslash stand there in octal.
    private static string Unescaped(string path) => path
        .Replace(@"\040", " ", StringComparison.Ordinal)
        .Replace(@"\011", "\t", StringComparison.Ordinal)
        .Replace(@"\012", "\n", StringComparison.Ordinal)
        .Replace(@"\134", @"\", StringComparison.Ordinal);
}
