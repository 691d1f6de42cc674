namespace Afmpeg.Perf.Reports.Pages;

/// <summary>Something that is done to a page block by block, such as writing it down in a format.</summary>
/// <typeparam name="T">What is made of a block.</typeparam>
public interface IPageBlockVisitor<out T>
{
    /// <summary>A section.</summary>
    /// <param name="section">The section.</param>
    /// <returns>What is made of it.</returns>
    T Visit(PageSection section);

    /// <summary>The statement that a page leads with.</summary>
    /// <param name="lead">The statement.</param>
    /// <returns>What is made of it.</returns>
    T Visit(Lead lead);

    /// <summary>The numbers that carry it.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <returns>What is made of them.</returns>
    T Visit(KeyNumbers numbers);

    /// <summary>A paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <returns>What is made of it.</returns>
    T Visit(Paragraph paragraph);

    /// <summary>A list.</summary>
    /// <param name="list">The list.</param>
    /// <returns>What is made of it.</returns>
    T Visit(BulletList list);

    /// <summary>A table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>What is made of it.</returns>
    T Visit(PageTable table);

    /// <summary>A picture.</summary>
    /// <param name="block">The picture.</param>
    /// <returns>What is made of it.</returns>
    T Visit(PictureBlock block);
}
