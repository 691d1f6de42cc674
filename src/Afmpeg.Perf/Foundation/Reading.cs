using System.Diagnostics.CodeAnalysis;

namespace Afmpeg.Perf.Foundation;

/// <summary>A value that was read, or the reason why there is none: never 0 or NaN in its place.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed record Reading<T>
{
    private readonly T? value;

    private Reading(T? value, string? reason)
    {
        this.value = value;
        Reason = reason;
    }

    /// <summary>Why there is no value; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>A reading with its value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The reading.</returns>
    public static Reading<T> Of(T value) => new(value, null);

    /// <summary>No reading, and why.</summary>
    /// <param name="reason">Why, readable beside "not measured".</param>
    /// <returns>The reading.</returns>
    public static Reading<T> Unavailable(string reason) => new(default, reason);

    /// <summary>The value, where there is one.</summary>
    /// <param name="found">The value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T found)
    {
        found = value;
        return Reason is null;
    }

    /// <summary>The same reading of something derived from the value.</summary>
    /// <typeparam name="TResult">What is derived.</typeparam>
    /// <param name="derive">Called only where there is a value.</param>
    /// <returns>The derived reading, or the same reason.</returns>
    public Reading<TResult> Select<TResult>(Func<T, TResult> derive) =>
        TryGet(out var found) ? Reading<TResult>.Of(derive(found)) : Reading<TResult>.Unavailable(Reason!);

    /// <summary>One text for either case.</summary>
    /// <param name="show">How the value is shown.</param>
    /// <param name="absent">How a reason is shown.</param>
    /// <returns>The text.</returns>
    public string Show(Func<T, string> show, Func<string, string> absent) => TryGet(out var found) ? show(found) : absent(Reason!);
}
