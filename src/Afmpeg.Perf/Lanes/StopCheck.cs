namespace Afmpeg.Perf.Lanes;

/// <summary>What an engine does while a guest runs, so that the program that embeds it can stop the guest.</summary>
public enum StopCheck
{
    /// <summary>Nothing: only the end of the whole process stops the guest. GoToSocial embeds wazero like this.</summary>
    None,

    /// <summary>wazero's WithCloseOnContextDone(true): compiled code asks at every loop and function entry whether its context has ended. afmpeg embeds wazero like this.</summary>
    Cancel,

    /// <summary>The functions that the guest calls ask whether the context has ended; a guest that calls none is not stopped (wazero).</summary>
    HostCalls,

    /// <summary>Wasmtime's epoch interruption: compiled code compares a counter that another thread advances.</summary>
    Epoch,

    /// <summary>Wasmtime's fuel: compiled code counts what it executes, and traps when the fuel is used up.</summary>
    Fuel,

    /// <summary>V8's: the guest runs on a thread that worker.terminate() ends.</summary>
    Terminate,
}
