using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>The machine that a run is measured on.</summary>
/// <param name="Cores">Cores that this process may use.</param>
/// <param name="Processor">The processor's name, as the kernel gives it.</param>
/// <param name="Memory">Physical memory.</param>
/// <param name="System">The distribution's name and version.</param>
/// <param name="Kernel">The kernel's version.</param>
/// <param name="Load">The load average of the last minute, when the run began.</param>
/// <param name="Model">Family, model, stepping and abilities of the processor; null where the kernel does not say, or an earlier version
/// did not keep them.</param>
public sealed record Host(int Cores, string Processor, ByteCount Memory, string System, string Kernel, double Load, string? Model = null)
{
    /// <summary>Equal for runs that may be compared in seconds: cores, processor model and flags, memory in GiB, distribution.</summary>
    public string Fingerprint =>
        TextHash.Of(
            string.Join('|', new[] { $"{Cores}", Processor, $"{Memory.Bytes >> 30}", System, Model }.OfType<string>()))[..12];

    /// <summary>One line for people.</summary>
    public string Description => $"{Machine}, load {Load:0.0}";

    /// <summary>The same without what changes from run to run.</summary>
    public string Machine => $"{CountText.Of(Cores, "core")} ({Processor}), {Memory.Bytes / (1024.0 * 1024 * 1024):0} GiB, {System}";

    /// <summary>
    /// What distinguishes this machine from others like it, machine-id(5): their rows do not belong to one run. Empty where there is none,
    /// as in many containers. It is confidential, and kept nowhere but in hashes.
    /// </summary>
    internal static string MachineId => File.Exists("/etc/machine-id") ? File.ReadAllText("/etc/machine-id").Trim() : "";

    /// <summary>Reads this machine's facts from /proc and /etc/os-release.</summary>
    public static Host Read() => new(
        Environment.ProcessorCount,
        Field("/proc/cpuinfo", "model name", ':') ?? "unknown processor",
        new ByteCount(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
        Field("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? "unknown system",
        Environment.OSVersion.Version.ToString(),
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0]),
        File.Exists("/proc/cpuinfo") ? ProcessorModel.Of(File.ReadAllText("/proc/cpuinfo")) : null);

    private static string? Field(string path, string name, char separator) =>
        !File.Exists(path)
            ? null
            : File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(separator, 2)[1].Trim();
}
