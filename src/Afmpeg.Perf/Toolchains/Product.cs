using System.Collections.Immutable;

namespace Afmpeg.Perf.Toolchains;

/// <summary>One entry of toolchain/products.json: an ffmpeg that the toolchain builds. Adding a build is adding an entry.</summary>
/// <param name="Key">Its name: native, native-portable, or flavour+build.</param>
/// <param name="Target">native or wasm.</param>
/// <param name="Flavour">gpl (libx264) or lgpl (openh264).</param>
/// <param name="Build">How it is compiled: a lane's build for a module, the key itself for a native product.</param>
/// <param name="Asm">Whether hand-written assembly is compiled in.</param>
/// <param name="Threads">Whether it can use threads.</param>
/// <param name="Optimize">The compiler's optimisation flags.</param>
/// <param name="X264Flags">own: x264's own -O3 -ffast-math taken out; upstream: left in, as upstream ships.</param>
/// <param name="FfmpegOptions">Further options of FFmpeg's configure.</param>
public sealed record Product(
    string Key, string Target, string Flavour, string Build, bool Asm, bool Threads, string Optimize, string X264Flags, ImmutableArray<string> FfmpegOptions)
{
    /// <summary>The product that is distribution-like: assembly and threads.</summary>
    public const string Native = "native";

    /// <summary>The product made of the same C as the modules.</summary>
    public const string Portable = "native-portable";

    /// <summary>Whether it is a module.</summary>
    public bool IsModule => Target == "wasm";

    /// <summary>The file that its build leaves.</summary>
    public string FileName => IsModule ? "ffmpeg.wasm" : "ffmpeg";

    /// <summary>The key of a module.</summary>
    /// <param name="flavour">gpl or lgpl.</param>
    /// <param name="build">The module build.</param>
    /// <returns>flavour+build.</returns>
    public static string ModuleKey(string flavour, string build) => $"{flavour}+{build}";
}
