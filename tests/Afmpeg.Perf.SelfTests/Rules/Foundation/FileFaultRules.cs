using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class FileFaultRules
{
    [Fact]
    public void A_refusal_by_the_file_system_is_not_a_program_fault()
    {
        FileFault.Is(Caught(() => File.ReadAllText("/no/such/file"))).Should().BeTrue();
        FileFault.Is(new UnauthorizedAccessException()).Should().BeTrue();
        FileFault.Is(Caught(() => "text"[5..].ToString())).Should().BeFalse();
        FileFault.Is(Caught(() => _ = new List<int> { Capacity = -1 })).Should().BeFalse("nobody wrote to a file");
        FileFault.Is(new InvalidOperationException()).Should().BeFalse();
    }

    private static Exception Caught(Action action)
    {
        try
        {
            action();
            throw new InvalidOperationException("nothing was thrown");
        }
        catch (Exception fault) when (fault is not InvalidOperationException)
        {
            return fault;
        }
    }
}
