using System.Text;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// Shows what a skipped row wrote below the reason that it gives: xUnit and its adapter keep the output of passed and failed tests alone,
/// since a skipped test of theirs never ran, while ours found out by running that they cannot be judged.
/// </summary>
public sealed class EvidenceBus(IMessageBus inner) : IMessageBus
{
    private readonly StringBuilder written = new();

    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (message is ITestOutput line)
        {
            written.Append(line.Output);
        }

        return inner.QueueMessage(message is ITestSkipped skipped && written.Length > 0
            ? new TestSkipped(skipped.Test, $"{skipped.Reason}{Environment.NewLine}{written}") : message);
    }

    // The inner bus belongs to the runner.
    public void Dispose()
    {
    }
}
