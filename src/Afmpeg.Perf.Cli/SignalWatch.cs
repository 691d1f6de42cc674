using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>
/// The signals that a process gets besides Ctrl+C. A terminal that goes away interrupts the work like Ctrl+C, where nohup does not forbid
/// it; a file that grows beyond the shell's limit (ulimit -f) fails its write, and does not end the process.
/// </summary>
internal sealed class SignalWatch : IDisposable
{
    // SIGXFSZ, as Linux numbers it on the processors that .NET runs on.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    private readonly CancellationTokenSource interruption = new();
    private readonly PosixSignalRegistration? hangUp;
    private readonly PosixSignalRegistration fileTooLarge;

    /// <summary>Listens until it is disposed of.</summary>
    public SignalWatch()
    {
        hangUp = IgnoresHangUp() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            Interrupt();
        });
        fileTooLarge = PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true);
    }

    /// <summary>Cancelled when the terminal is gone.</summary>
    public CancellationToken Interruption => interruption.Token;

    // As after Ctrl+C: what does not stop in time is stopped.
    private void Interrupt()
    {
        try
        {
            interruption.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The work has ended by itself meanwhile.
        }

        _ = Task.Delay(CommandLineApp.TimeToStop).ContinueWith(_ => Environment.Exit((int)ExitStatus.Interrupted), TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        hangUp?.Dispose();
        fileTooLarge.Dispose();
        interruption.Dispose();
    }

    // SigIgn of proc_pid_status(5) has a bit for each signal, the lowest for SIGHUP.
    private static bool IgnoresHangUp()
    {
        var ignored = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 1) != 0;
    }
}
