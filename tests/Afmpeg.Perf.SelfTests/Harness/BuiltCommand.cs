using System.Diagnostics;
using System.Reflection;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Starts the command afmpeg-perf as it was built, and other programs. A null removes a variable of the environment.</summary>
public static class BuiltCommand
{
    private static readonly string Configuration =
        typeof(BuiltCommand).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration.ToLowerInvariant();

    private static readonly string Program = Repository.PathOf("artifacts", "bin", "Afmpeg.Perf.Cli", Configuration, "afmpeg-perf.dll");

    public static string Line { get; } = $"dotnet exec '{Program}'";

    /// <summary>Runs the command in a folder, to its end.</summary>
    public static (int Status, string Output, string Errors) Run(
        string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        RunProgram("dotnet", folder, environment, ["exec", Program, .. arguments]);

    /// <summary>Runs a program in a folder, to its end.</summary>
    public static (int Status, string Output, string Errors) RunProgram(string program, string folder, params string[] arguments) =>
        RunProgram(program, folder, new Dictionary<string, string?>(), arguments);

    /// <summary>Runs a program in a folder, to its end, with variables besides the test's own.</summary>
    public static (int Status, string Output, string Errors) RunProgram(
        string program, string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        using var process = Start(program, folder, environment, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    /// <summary>Starts a program, whose caller reads both streams.</summary>
    public static Process Start(string program, string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        // The job that runs the tests has a summary, which is not for their commands to write; the user's lanes and limits are for the
        // specification alone.
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            Environment = { ["GITHUB_STEP_SUMMARY"] = null, ["COLUMNS"] = null, ["AFMPEG_LANES"] = null, ["AFMPEG_THRESHOLDS"] = null },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
