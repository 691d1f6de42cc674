namespace Afmpeg.Perf.Wasmtime;

/// <summary>
/// Runs the commands of a plan, each on a thread of its own. The first that does not end with 0 ends the process with its status.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="command">Runs a command to its exit status.</param>
/// <param name="failed">Given the status that ends the process; returns the process's own.</param>
internal sealed class PlanRun(WorkerPlan plan, Func<string[], int> command, Func<int, int> failed)
{
    // As large as a main thread's: the guest's calls are on the thread's own stack.
    private const int StackBytes = 8 << 20;

    public void Run()
    {
        foreach (var commands in plan.Stages)
        {
            var next = -1;
            var threads = Enumerable.Range(0, Math.Min(plan.AtOnce, commands.Length))
                .Select(_ => new Thread(() => WorkOff(commands, ref next), StackBytes) { IsBackground = true })
                .ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        }
    }

    private void WorkOff(string[][] commands, ref int next)
    {
        for (var own = Interlocked.Increment(ref next); own < commands.Length; own = Interlocked.Increment(ref next))
        {
            if (command(commands[own]) is not 0 and var status)
            {
                Console.Error.WriteLine($"{commands[own].LastOrDefault()} ended with exit status {status}");
                // The others are in the middle of their guests, which nothing else can stop.
                Environment.Exit(failed(status));
            }
        }
    }
}

/// <summary>
/// The commands to run, as the lane writes them: stages one after the other, of each up to AtOnce commands at the same time, started in
/// order.
/// </summary>
internal sealed record WorkerPlan(int AtOnce, string[][][] Stages)
{
    public bool IsSingle => Stages is [[_]];
}
