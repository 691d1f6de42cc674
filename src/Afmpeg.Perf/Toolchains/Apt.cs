using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>apt, by which set-up installs and fetches: the command for it by hand, and what works where it is missing.</summary>
public static class Apt
{
    /// <summary>The message where it is missing.</summary>
    public const string Missing = "apt is missing here, and set-up installs and fetches with it (Debian and Ubuntu have it)";

    /// <summary>What to do where it is missing.</summary>
    public const string Remedy =
        "either measure a clip with your own ffmpeg and module: --media and --lanes (docs/own-inputs.md), or run in the container "
        + "docs/ci/Containerfile";

    /// <summary>Whether it is on PATH.</summary>
    public static bool IsHere(string path) => Engines.Which("apt-get", path) is not null;

    /// <summary>The command that installs packages, for somebody to run: with sudo only where that is needed and there.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="path">The folders of executables, as in PATH.</param>
    /// <param name="isRoot">Whether this user is root.</param>
    public static string Command(IEnumerable<string> packages, string path, bool isRoot)
    {
        var command = $"apt-get update && {CommandText.Of("apt-get", ["install", "-y", "--no-install-recommends", .. packages])}";
        return isRoot ? command
            : Engines.Which("sudo", path) is not null ? $"sudo sh -c '{command}'"
            : $"as root: {command}";
    }
}
