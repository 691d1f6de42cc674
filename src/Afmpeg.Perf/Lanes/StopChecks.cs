using System.Text.Json;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Lanes;

/// <summary>Names of stop checks, and the engines that have them.</summary>
public static class StopChecks
{
    /// <summary>Its name in lanes and in the options of workers, such as host-calls.</summary>
    public static string Key(StopCheck stop) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{stop}");

    /// <summary>The checks that an engine has, the one that costs most first.</summary>
    /// <returns>The checks, none last; none alone for an engine that the suite does not embed.</returns>
    public static ImmutableArray<StopCheck> Of(string engine) => engine switch
    {
        Engines.Wazero => [StopCheck.Cancel, StopCheck.HostCalls, StopCheck.None],
        Engines.Wasmtime => [StopCheck.Fuel, StopCheck.Epoch, StopCheck.None],
        Engines.V8 => [StopCheck.Terminate, StopCheck.None],
        _ => [StopCheck.None],
    };

    /// <summary>The check that stands in the guest's compiled code: one in the host's own functions leaves that code as it is.</summary>
    public static StopCheck Compiled(StopCheck stop) => stop == StopCheck.HostCalls ? StopCheck.None : stop;
}

/// <summary>What an engine does while a guest runs, so that the program that embeds it can stop the guest.</summary>
public enum StopCheck
{
    /// <summary>Nothing: only the end of the whole process stops the guest. GoToSocial embeds wazero like this.</summary>
    None,

    /// <summary>
    /// wazero's WithCloseOnContextDone(true): compiled code asks at every loop whether its context has ended. afmpeg embeds wazero
    /// like this.
    /// </summary>
    Cancel,

    /// <summary>
    /// The functions that the guest calls ask whether the context has ended; a guest that calls none is not stopped (wazero).
    /// </summary>
    HostCalls,

    /// <summary>Wasmtime's epoch interruption: compiled code compares a counter that another thread advances.</summary>
    Epoch,

    /// <summary>Wasmtime's fuel: compiled code counts what it executes, and traps when the fuel is used up.</summary>
    Fuel,

    /// <summary>V8's: the guest runs on a thread that worker.terminate() ends.</summary>
    Terminate,
}
