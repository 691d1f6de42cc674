using System.Globalization;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>How Wasmtime is embedded, as the lane asks for it in front of the worker's other arguments.</summary>
/// <param name="Stop">What lets the guest be stopped: none, epoch or fuel.</param>
/// <param name="Deadline">How long a guest may run, from its first instruction.</param>
/// <param name="MemoryBytes">The most linear memory that a guest may have.</param>
internal sealed record WorkerSettings(string Stop, TimeSpan Deadline, long MemoryBytes)
{
    public const string Epoch = "epoch";
    public const string Fuel = "fuel";

    private static readonly WorkerSettings Default = new("none", TimeSpan.FromHours(1), 4L << 30);

    /// <summary>Reads the options and leaves the rest of the arguments.</summary>
    /// <returns>The settings; null where an option is wrong or cannot be kept, which <paramref name="rest"/> then names.</returns>
    public static WorkerSettings? Read(string[] arguments, out string[] rest)
    {
        var settings = Default;
        var options = arguments.TakeWhile(argument => argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
        foreach (var option in options)
        {
            if (settings.With(option) is not { } further)
            {
                rest = [option];
                return null;
            }

            settings = further;
        }

        rest = arguments[options.Length..];
        return settings;
    }

    private WorkerSettings? With(string option) => option.Split('=', 2) switch
    {
        ["--stop", "none" or Epoch or Fuel] => this with { Stop = option["--stop=".Length..] },
        ["--deadline", var text] when double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 =>
            this with { Deadline = TimeSpan.FromSeconds(seconds) },
        ["--memory", var text] when long.TryParse(text, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 =>
            this with { MemoryBytes = bytes },
        ["--runtimes", "1"] => this,
        _ => null,
    };
}
