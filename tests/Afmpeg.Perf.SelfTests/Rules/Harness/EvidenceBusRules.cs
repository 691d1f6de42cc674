using Xunit.Abstractions;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class EvidenceBusRules : IDisposable
{
    private static readonly ITest Test = new XunitTest(CaseTestCaseRules.Row(MeasuredRun.Matrix.Cases[0].Id), "a row");
    private readonly ReceivedMessages received = new();

    public void Dispose() => received.Dispose();

    [Fact]
    public void A_skipped_row_shows_what_it_wrote()
    {
        using var bus = new EvidenceBus(received);

        bus.QueueMessage(new TestOutput(Test, "7 rounds count\n"));
        bus.QueueMessage(new TestOutput(Test, "inconclusive: 2.9 [2.4, 3.3]\n"));
        bus.QueueMessage(new TestSkipped(Test, "it straddles the limit"));

        var skipped = received.Messages[^1].Should().BeAssignableTo<ITestSkipped>().Subject;
        skipped.Reason.ReplaceLineEndings("\n").Should().Be("it straddles the limit\n7 rounds count\ninconclusive: 2.9 [2.4, 3.3]\n");
        skipped.Test.Should().BeSameAs(Test);
    }

    [Fact]
    public void All_other_messages_pass_unchanged()
    {
        using var bus = new EvidenceBus(received);
        IMessageSinkMessage[] messages =
        [
            new TestSkipped(Test, "not of the quick tier"), new TestOutput(Test, "evidence"), new TestPassed(Test, 1, "evidence"),
            new TestFailed(Test, 1, "evidence", new InvalidOperationException("exceeded")),
        ];

        messages.Should().OnlyContain(message => bus.QueueMessage(message));

        received.Messages.Should().Equal(messages);
    }

    private sealed class ReceivedMessages : IMessageBus
    {
        public List<IMessageSinkMessage> Messages { get; } = [];

        public bool QueueMessage(IMessageSinkMessage message)
        {
            Messages.Add(message);
            return true;
        }

        public void Dispose()
        {
        }
    }
}
