using System.Collections.Immutable;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Lanes;

/// <summary>What is to be known of a <see cref="StopCheck"/>.</summary>
public static class StopChecks
{
    /// <summary>Its name in lanes and in the options of workers.</summary>
    /// <param name="stop">The check.</param>
    /// <returns>Such as: host-calls.</returns>
    public static string Key(StopCheck stop) => stop switch
    {
        StopCheck.None => "none",
        StopCheck.Cancel => "cancel",
        StopCheck.HostCalls => "host-calls",
        StopCheck.Epoch => "epoch",
        StopCheck.Fuel => "fuel",
        StopCheck.Terminate => "terminate",
        _ => throw new ArgumentOutOfRangeException(nameof(stop), stop, message: null),
    };

    /// <summary>The checks that an engine has, the one that costs most first.</summary>
    /// <param name="engine">The engine's name.</param>
    /// <returns>The checks, none last; none alone for an engine that the suite does not embed.</returns>
    public static ImmutableArray<StopCheck> Of(string engine) => engine switch
    {
        Engines.Wazero => [StopCheck.Cancel, StopCheck.HostCalls, StopCheck.None],
        Engines.Wasmtime => [StopCheck.Fuel, StopCheck.Epoch, StopCheck.None],
        Engines.V8 => [StopCheck.Terminate, StopCheck.None],
        _ => [StopCheck.None],
    };

    /// <summary>The check that stands in the guest's compiled code: one in the host's own functions leaves that code as it is.</summary>
    /// <param name="stop">The check.</param>
    /// <returns>The check, or none.</returns>
    public static StopCheck Compiled(StopCheck stop) => stop == StopCheck.HostCalls ? StopCheck.None : stop;
}
