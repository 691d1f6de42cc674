namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A piece of the page. <see cref="IPageBlockVisitor{T}"/> has the kinds: a renderer that lacks one does not compile.</summary>
public abstract record PageBlock
{
    /// <summary>Whether it is only looked up: the short form of the page leaves it out.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Hands the block to the method for its kind.</summary>
    /// <typeparam name="T">What is made of a block.</typeparam>
    /// <param name="visitor">Who makes it.</param>
    /// <returns>What was made.</returns>
    public abstract T Accept<T>(IPageBlockVisitor<T> visitor);
}
