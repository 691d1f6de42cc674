using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Running;

/// <summary>The sentences of progress, the same on a terminal and in a log.</summary>
public static class ProgressText
{
    /// <summary>What set-up is about to do, a line a task.</summary>
    public static string Plan(ImmutableArray<SetupTask> tasks) => string.Join(
        Environment.NewLine,
        tasks.OrderBy(task => task.Stage).Select(task => $"        {task.Name}")
            .Prepend($"Set-up  {CountText.Of(tasks.Length, "thing")} missing, to be made:"));

    /// <summary>How a step of set-up goes.</summary>
    public static string Of(SetupEvent progress)
    {
        var last = progress.LastTime is { } time ? $", last time {DurationText.ForPeople(time)}" : "";
        return progress.State switch
        {
            SetupState.Started => $"  begin {progress.Step}{last}",
            SetupState.Running => $"  ....  {progress.Step}: {DurationText.ForPeople(progress.Elapsed)} so far{last}",
            SetupState.Done => $"  done  {progress.Step} in {DurationText.ForPeople(progress.Elapsed)}",
            _ => $"  skip  {progress.Step}: it could not be done, and its lanes will not be measured",
        };
    }

    /// <summary>What a user's own file is measured as.</summary>
    public static string Of(CustomMedia media) => string.Join(
        Environment.NewLine,
        media.Notes.Select(note => $"        {note}").Prepend($"Media   {media.Summary}"));

    /// <summary>That another run has to end first.</summary>
    public static string Waiting(string holder, TimeSpan limit) =>
        $"Wait    another run is measuring on this machine ({holder}), and two at once would disturb each other: waiting for its end, "
            + $"{DurationText.ForPeople(limit)} at most";

    /// <summary>What is about to be measured.</summary>
    public static string Of(RunStart start) => string.Join(
        Environment.NewLine,
        ((string[])
        [
            $"Host    {start.State.Conditions.Host.Description}",
            .. (start.State.HostNoise?.Before ?? []).Where(remark => remark.IsDisturbing).Select(Of),
            $"Run     {start.State.Run}, seed {start.State.Seed}, {CountText.Of(start.Plan.Cases.Length, "case")}, {Budget(start.Plan)}",
            start.RowsKept > 0
                ? $"        goes on from {CountText.Of(start.RowsKept, "row")} of an unfinished run"
                    + (start.State.LacksCounts ? ", which has all its rounds (--fresh measures again)" : "")
                : "",
            start.TornLine is null ? "" : "        half a row that a killed run left was set aside in measurements.jsonl.torn",
        ])
        .Concat(start.State.Conditions.Versions.Where(
            component => component.Version.Contains(SourcePackage.Instead, StringComparison.Ordinal))
            .Select(component => $"        {component.Name} {component.Version}, which the archive no longer has"))
        .Concat(start.Plan.Notes.Append(BudgetAdvice.Of(start.Plan, CaseCosts.Recorded)).OfType<string>().Select(note => $"        {note}"))
        .Concat(start.State.Conditions.NotMeasured.Select(lane => $"        {lane.Key}: not measured ({lane.Value})"))
        .Where(line => line.Length > 0));

    /// <summary>What was seen of the host, whether it disturbs measuring, and what to do about it.</summary>
    public static string Of(HostRemark remark) =>
        $"        {(remark.IsDisturbing ? "disturbs measuring: " : "")}{remark.Sentence}"
            + (remark.Remedy is { } remedy ? $" -> {remedy}" : "");

    /// <summary>What is being run.</summary>
    public static string Of(SamplerProgress progress)
    {
        var round = progress.Round == 0 ? "warm-up" : $"round {progress.Round}";
        var left = progress.Remaining is { } remaining ? $", about {DurationText.ForPeople(remaining)} left" : "";
        var sofar = progress is { Case.Lane.IsWasm: true, SoFar: { } summary } && summary.NativeMultiple.TryGet(out var multiple)
            ? $", {multiple} times native so far" : "";
        return $"{round,-8} {progress.Case.Id}  {100 * progress.Finished / progress.Expected} %{left}{sofar}";
    }

    /// <summary>Which pair is being measured.</summary>
    /// <param name="pair">The pair, with the windows so far.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="total">Of how many.</param>
    public static string Of(PairComparison pair, int number, int total)
    {
        var sofar = pair.Change.Reason is null ? $", {pair.ChangeText} so far" : "";
        return $"pair {number} of {total}  {pair.Job}: {pair.Before} and {pair.After} on one core, window {pair.Logs.Count + 1}{sofar}";
    }

    /// <summary>What is being counted.</summary>
    public static string Counting(int done, int total, BenchmarkCase benchmarkCase) =>
        $"count    operations of {OperationCount.KeyOf(benchmarkCase)}  {done} of {total} done; each is counted once and then cached";

    private static string Budget(RunPlan plan) => $"budget {DurationText.ForPeople(plan.Budget + plan.SharedTime)}"
        + (plan.Limit > plan.Budget ? $", up to {DurationText.ForPeople(plan.Limit + plan.SharedTime)} on a slow host" : "");
}
