namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A piece of the page. What kinds there are is told by <see cref="IPageBlockVisitor{T}"/>: a renderer that lacks one does not compile.</summary>
public abstract record PageBlock
{
    /// <summary>Hands the block to the method for its kind.</summary>
    /// <typeparam name="T">What is made of a block.</typeparam>
    /// <param name="visitor">Who makes it.</param>
    /// <returns>What was made.</returns>
    public abstract T Accept<T>(IPageBlockVisitor<T> visitor);
}
