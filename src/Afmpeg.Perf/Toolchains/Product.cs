namespace Afmpeg.Perf.Toolchains;

/// <summary>One entry of toolchain/products.json: a program that the toolchain builds. Adding a build is adding an entry.</summary>
/// <param name="Key">Its name: flavour+build.</param>
/// <param name="Target">native or wasm.</param>
/// <param name="Flavour">gpl (libx264) or lgpl (openh264).</param>
/// <param name="Build">How it is compiled: native, native-portable, or a module build.</param>
/// <param name="Asm">Whether hand-written assembly is compiled in.</param>
/// <param name="Threads">Whether it can use threads.</param>
/// <param name="Optimize">The compiler's optimisation flags.</param>
/// <param name="X264Flags">own: x264's own -O3 -ffast-math taken out; upstream: left in, as upstream ships.</param>
/// <param name="FfmpegOptions">Further options of FFmpeg's configure.</param>
/// <param name="Msa">
/// Whether upstream's kernels for MSA, AltiVec and LoongArch are compiled in, their intrinsics on 128-bit vectors (toolchain/msa).
/// </param>
/// <param name="Program">
/// What is built: ffmpeg; ffmpeg9, the driver on FFmpeg 9's libraries; or an encoder's own test of its kernels, checkasm8 or
/// codec_unittest, which no lane runs.
/// </param>
public sealed record Product(
    string Key,
    string Target,
    string Flavour,
    string Build,
    bool Asm,
    bool Threads,
    string Optimize,
    string X264Flags,
    ImmutableArray<string> FfmpegOptions,
    bool Msa = false,
    string Program = Product.Ffmpeg)
{
    /// <summary>The native build that is distribution-like: assembly and threads.</summary>
    public const string NativeBuild = "native";

    /// <summary>The native build of the same C as the modules: neither assembly nor threads.</summary>
    public const string PortableBuild = "native-portable";

    /// <summary>The product that checks outputs.</summary>
    public const string Native = $"{Gpl}+{NativeBuild}";

    /// <summary>The product that derives clips.</summary>
    public const string Portable = $"{Gpl}+{PortableBuild}";

    /// <summary>The flavour with libx264.</summary>
    public const string Gpl = "gpl";

    /// <summary>The flavour with openh264.</summary>
    public const string Lgpl = "lgpl";

    /// <summary>FFmpeg's command line tool.</summary>
    public const string Ffmpeg = "ffmpeg";

    /// <summary>The driver of toolchain/ffmpeg9 on FFmpeg 9's libraries, and the mark of its builds' names.</summary>
    public const string Ffmpeg9 = "ffmpeg9";

    /// <summary>x264's own test, which holds each of its kernels against plain C.</summary>
    public const string Checkasm = "checkasm8";

    /// <summary>openh264's own unit tests, which hold each of its kernels against plain C.</summary>
    public const string UnitTest = "codec_unittest";

    /// <summary>Whether it is a module.</summary>
    public bool IsModule => Target == "wasm";

    /// <summary>The file that its build leaves.</summary>
    public string FileName => IsModule ? $"{Program}.wasm" : Program;

    /// <summary>The key of a product.</summary>
    /// <param name="flavour">gpl or lgpl.</param>
    /// <param name="build">native, native-portable, or a module build.</param>
    public static string KeyOf(string flavour, string build) => $"{flavour}+{build}";
}
