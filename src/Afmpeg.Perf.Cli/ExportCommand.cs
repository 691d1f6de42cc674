using System.CommandLine;
using Afmpeg.Perf.Exporting;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Cli;

/// <summary>Takes a module away, with all that its licence asks for.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Build = new("BUILD") { Description = "the module build, such as O3-simd128-msa" };
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "the folder to write; it must be empty or not there" };

    private static readonly Option<string> Flavour = new("--flavour")
    {
        Description = "gpl has x264, lgpl has openh264",
        HelpName = "gpl|lgpl",
        DefaultValueFactory = _ => Product.Gpl,
    };

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("export", "Write a folder with ffmpeg.wasm, its manifest, its licences and source, and short programs "
            + "that run it from C#, Go and node.") { Build, Folder, Flavour };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Flavour) is { } named && named is not (Product.Gpl or Product.Lgpl))
            {
                result.AddError($"'{named}' is not a flavour; there are {Product.Gpl} and {Product.Lgpl}");
            }
        });
        shared.AddInstall(command);
        command.Does((parsed, cancellation) => Run(shared.Read(parsed), parsed, cancellation), CommandLineApp.GoesOn);
        return command;
    }

    private static async Task<ExitStatus> Run(RunSettings settings, ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(parsed.GetRequiredValue(Folder));
        var manifest = await ProgressDisplay.While(progress => new ModuleExport(settings, progress).Write(
            parsed.GetRequiredValue(Build), parsed.GetRequiredValue(Flavour), folder, cancellation));
        Console.WriteLine($"{Path.Combine(folder, manifest.Product.FileName)}: FFmpeg {manifest.Sources.GetValueOrDefault("ffmpeg")}, "
            + $"{new ByteCount(manifest.Bytes)}, sha256 {manifest.Sha256}");
        Console.WriteLine($"how to run it: {Path.Combine(folder, "README.md")}");
        return ExitStatus.Within;
    }
}
