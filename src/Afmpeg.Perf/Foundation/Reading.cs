using System.Diagnostics.CodeAnalysis;

namespace Afmpeg.Perf.Foundation;

/// <summary>A value that was read, or the reason why there is none, never 0 or NaN in its place.</summary>
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
    public static Reading<T> Of(T value) => new(value, null);

    /// <summary>No reading, and why, readable behind "not measured".</summary>
    public static Reading<T> Unavailable(string reason) => new(default, reason);

    /// <summary>Gets the value, if there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T found)
    {
        found = value;
        return Reason is null;
    }

    /// <summary>A reading of something derived from the value, or the same reason.</summary>
    public Reading<TResult> Select<TResult>(Func<T, TResult> derive) =>
        TryGet(out var found) ? Reading<TResult>.Of(derive(found)) : Reading<TResult>.Unavailable(Reason!);

    /// <summary>A reading that follows from the value, or the first reason that there is none.</summary>
    public Reading<TResult> Then<TResult>(Func<T, Reading<TResult>> next) =>
        TryGet(out var found) ? next(found) : Reading<TResult>.Unavailable(Reason!);

    /// <summary>One text for either case.</summary>
    public string Show(Func<T, string> show, Func<string, string> absent) => TryGet(out var found) ? show(found) : absent(Reason!);
}
