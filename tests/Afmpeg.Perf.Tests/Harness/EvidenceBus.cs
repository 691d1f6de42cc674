using System.Text;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// Gives a skipped row what it wrote: xUnit keeps the output of passed and failed tests alone, since its own skipped tests never ran, while
/// ours found out by running that they cannot be judged.
/// </summary>
/// <param name="inner">Where messages go.</param>
public sealed class EvidenceBus(IMessageBus inner) : IMessageBus
{
    private readonly StringBuilder written = new();

    /// <inheritdoc/>
    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (message is ITestOutput line)
        {
            written.Append(line.Output);
        }

        return inner.QueueMessage(message is ITestSkipped skipped && written.Length > 0 ? new Skipped(skipped, written.ToString()) : message);
    }

    // The inner bus belongs to the runner.
    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Skipped(ITestSkipped skipped, string output) : TestResultMessage(skipped.Test, skipped.ExecutionTime, output), ITestSkipped
    {
        public string Reason => skipped.Reason;
    }
}
